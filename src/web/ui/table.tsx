import { Link, NavLink } from "react-router";
import { m } from "../paraglide/messages.js";

export interface Column<Row> {
  readonly key: string;
  readonly name: string;
  readonly cell: (row: Row) => React.ReactNode;
  readonly number?: boolean;
}

/** A dense table that scrolls inside its own frame, and a sheet for each row where that is narrow; the first column names the row. */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="table-frame sheets" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? "number" : undefined}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} data-name={column.name} className={column.number ? "number" : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Links to the neighbouring pages of a list walked by key. */
export function Pager({ previous, next }: { previous?: string | undefined; next?: string | undefined }) {
  if (!previous && !next) return null;
  return (
    <nav className="pager" aria-label={m.ui_pager()}>
      {previous && <Link to={previous}>← {m.ui_previous()}</Link>}
      {next && <Link to={next}>{m.ui_next()} →</Link>}
    </nav>
  );
}

/** Tabs and filters are links, so that each has its address. */
export function Tabs({
  label,
  items,
}: {
  label: string;
  items: readonly { readonly to: string; readonly name: string; readonly count?: string; readonly current: boolean }[];
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <Link key={item.to} to={item.to} aria-current={item.current ? "page" : undefined}>
          {item.name} {item.count !== undefined && <span className="count">{item.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** One entry of the officers' navigation. */
export function NavItem({ to, name }: { to: string; name: string }) {
  return (
    <NavLink to={to} end={to === "/office"}>
      {name}
    </NavLink>
  );
}
