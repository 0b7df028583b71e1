import { Form, Link } from "react-router";
import { m } from "../../paraglide/messages.js";
import { Button } from "../../ui/button.tsx";
import { DateInput, Field, type Option, Select, TextInput } from "../../ui/field.tsx";
import type { ReadFilter } from "./list-filter.ts";
import { kinds, petitionStates } from "./words.ts";

/** Search and filters as one GET form: what is chosen stands in the address, which can be kept as a bookmark. */
export function ListFilters({ filter, states }: { filter: ReadFilter; states: readonly Option[] }) {
  const { typed, view, bad } = filter;
  const chosen = [typed.kind, typed.state, typed.from, typed.to].some((each) => each !== "");
  const error = (name: "from" | "to") => (bad.includes(name) ? m.matters_bad_date() : undefined);
  return (
    <Form action="/office/list" className="list-filters" key={JSON.stringify(typed)}>
      <input type="hidden" name="view" value={view} />
      <div className="filter-search">
        <TextInput
          name="q"
          type="search"
          label={m.matters_list_search()}
          hint={m.matters_list_search_hint()}
          defaultValue={typed.q}
          autoComplete="off"
          spellCheck={false}
          required={false}
        />
        <Button kind="primary" type="submit">
          {m.ui_search()}
        </Button>
      </div>
      <details className="filter-more" open={chosen}>
        <summary>{m.matters_filter()}</summary>
        <div className="filter-fields">
          <Select
            name="kind"
            label={m.matters_kind()}
            defaultValue={typed.kind}
            options={[
              { value: "", label: m.matters_filter_any() },
              ...Object.entries(kinds).map(([value, label]) => ({ value, label: label() })),
            ]}
          />
          <Field name="state" label={m.matters_state()}>
            {(given) => (
              <select {...given} name="state" defaultValue={typed.state}>
                <option value="">{m.matters_filter_any()}</option>
                <optgroup label={m.matters_state_group_petition()}>
                  {Object.entries(petitionStates).map(([value, label]) => (
                    <option key={value} value={value}>
                      {label()}
                    </option>
                  ))}
                </optgroup>
                <optgroup label={m.matters_state_group_matter()}>
                  {states.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              </select>
            )}
          </Field>
          <DateInput name="from" label={m.matters_from()} defaultValue={typed.from} error={error("from")} />
          <DateInput name="to" label={m.matters_to()} defaultValue={typed.to} error={error("to")} />
          <Button type="submit">{m.matters_filter_apply()}</Button>
          {filter.filtered && <Link to={`/office/list?view=${view}`}>{m.matters_filter_clear()}</Link>}
        </div>
      </details>
    </Form>
  );
}
