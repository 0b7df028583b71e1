import { m } from "../../paraglide/messages.js";

interface ListedFile {
  readonly fileId: string;
  readonly title: string;
  readonly pages: number | null;
}

/** The files handed in with a petition, or a line that says there are none. */
export function FileList({ files }: { readonly files: readonly ListedFile[] }) {
  return (
    <section>
      <h2>{m.matters_files()}</h2>
      {files.length === 0 && <p className="quiet">{m.matters_no_files()}</p>}
      <ul>
        {files.map((file) => (
          <li key={file.fileId}>
            <a href={`/office/files/${file.fileId}`}>{file.title}</a>
            {file.pages !== null && ` · ${m.matters_pages({ count: file.pages })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
