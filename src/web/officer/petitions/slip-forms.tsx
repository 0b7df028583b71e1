import { useRevalidator } from "react-router";
import type { SignatoryLine, SignatoryPage } from "../../../casework/signatories/index.ts";
import { sayDate, sayNumber } from "../../i18n/say.ts";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";

interface Props {
  readonly petitionId: string;
  readonly formKey: string;
}

/** Opens the slips in a window of their own; back here the page asks anew who has none, with a fresh key. */
function SlipForm({ petitionId, formKey, children }: Props & { children: React.ReactNode }) {
  const { revalidate } = useRevalidator();
  return (
    <form
      method="post"
      action={`/office/petitions/${petitionId}/slips`}
      target="_blank"
      onSubmit={() => window.addEventListener("focus", () => void revalidate(), { once: true })}
      rel="noopener"
    >
      <input type="hidden" name="key" value={formKey} />
      {children}
    </form>
  );
}

/** Code and secret for each before the first reply, eight on a page. */
export function SlipsPanel({ page, formKey }: { page: SignatoryPage; formKey: string }) {
  const { people, representatives } = page.withoutSlip;
  if (page.people === 0) return null;
  return (
    <section className="panel">
      <h2>{m.signatories_slips()}</h2>
      <p className="quiet">{m.signatories_slips_note()}</p>
      {people === 0 ? (
        <p>{m.signatories_slips_all_given()}</p>
      ) : (
        <SlipForm petitionId={page.petition.id} formKey={formKey}>
          <div className="send">
            <Button type="submit" name="to" value="all">
              {m.signatories_slips_print({ n: sayNumber(people) })}
            </Button>
            {representatives > 0 && representatives < people && (
              <Button type="submit" name="to" value="representatives">
                {m.signatories_slips_print_representatives({ n: sayNumber(representatives) })}
              </Button>
            )}
          </div>
        </SlipForm>
      )}
    </section>
  );
}

/** In one line of the list: their first slip, or a new one that ends the one before. */
export function NewSlip({ line, petitionId, formKey }: Props & { line: SignatoryLine }) {
  return (
    <SlipForm petitionId={petitionId} formKey={formKey}>
      <input type="hidden" name="signatoryId" value={line.id} />
      {line.slipOn && <p className="quiet">{m.signatories_slip_on({ date: sayDate(line.slipOn) })}</p>}
      <Button type="submit">{line.slipOn ? m.signatories_slip_again() : m.signatories_slip_one()}</Button>
    </SlipForm>
  );
}
