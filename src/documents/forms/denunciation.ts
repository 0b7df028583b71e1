import { denunciationAcceptanceForms } from "./denunciation-acceptance.ts";
import { denunciationAfterForms } from "./denunciation-after.ts";
import { denunciationAgainForms } from "./denunciation-again.ts";
import { denunciationCourseForms } from "./denunciation-course.ts";
import { secret } from "./denunciation-frame.ts";
import { denunciationIntakeForms } from "./denunciation-intake.ts";
import { denunciationReportForms } from "./denunciation-report.ts";
import { denunciationVerificationForms } from "./denunciation-verification.ts";
import { denunciationWithdrawalForms } from "./denunciation-withdrawal.ts";
import type { Form } from "./frame.ts";
import { protectionForms } from "./protection.ts";

/** Every paper of a denunciation, a further one and a protection; none of them sees who denounced. */
export const denunciationForms: readonly Form[] = [
  ...denunciationAcceptanceForms,
  ...denunciationIntakeForms,
  ...denunciationVerificationForms,
  ...denunciationReportForms,
  ...denunciationCourseForms,
  ...denunciationWithdrawalForms,
  ...denunciationAfterForms,
  ...denunciationAgainForms,
  ...protectionForms,
].map(secret);
