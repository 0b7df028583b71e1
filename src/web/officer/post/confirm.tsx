import { m } from "../../paraglide/messages.js";
import { Checkbox } from "../../ui/choice.tsx";

/** The officer says that what the machine suggested was compared; without it nothing is saved. */
export function Confirm({ checked, error }: { checked: boolean; error: string | undefined }) {
  return (
    <div className={error ? "field wrong" : "field"}>
      {error && <p className="error">{error}</p>}
      <Checkbox id="confirmed" name="confirmed" label={m.post_draft_confirm()} value="on" defaultChecked={checked} />
    </div>
  );
}
