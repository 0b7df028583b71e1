import { m } from "../../paraglide/messages.js";

export const paperStates = {
  draft: m.matters_paper_draft,
  checked: m.matters_paper_checked,
  approved: m.matters_paper_approved,
  signed: m.matters_paper_signed,
  numbered: m.matters_paper_numbered,
  sent: m.matters_paper_sent,
  replaced: m.matters_paper_replaced,
} as const;

export const recipients: Readonly<Record<string, () => string>> = {
  petitioner: m.matters_recipient_petitioner,
  representative: m.matters_recipient_representative,
  respondent: m.matters_recipient_respondent,
  superior: m.matters_recipient_superior,
  inspectorate: m.matters_recipient_inspectorate,
  forwarder: m.matters_recipient_forwarder,
  related: m.matters_recipient_related,
  other: m.matters_recipient_other,
};

export const methods: Readonly<Record<string, () => string>> = {
  post: m.matters_method_post,
  "in-person": m.matters_method_in_person,
  electronic: m.matters_method_electronic,
  posting: m.matters_method_posting,
};

export const sayRecipient = (key: string): string => recipients[key]?.() ?? key;
export const sayMethod = (key: string): string => methods[key]?.() ?? key;
