import { useId } from "react";

/** The viewer's name and the time, again and again across what is shown: a photograph of the screen says who took it. */
export function Watermark({ text, children }: { text: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <div className="watermarked" data-watermark={text}>
      {children}
      <svg className="watermark" aria-hidden="true">
        <defs>
          <pattern id={id} width="360" height="120" patternUnits="userSpaceOnUse" patternTransform="rotate(-18)">
            <text x="0" y="40">
              {text}
            </text>
            <text x="180" y="100">
              {text}
            </text>
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
    </div>
  );
}
