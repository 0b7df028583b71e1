import { useId } from "react";

/** About how wide a letter of the watermark is, in pixels. */
const letterWidth = 8.4;
const apart = 60;

/** The viewer's name and the time, again and again across what is shown: a photograph of the screen says who took it. */
export function Watermark({ text, children }: { text: string; children: React.ReactNode }) {
  const id = useId();
  const width = Math.ceil(text.length * letterWidth) + apart;
  // Every other row begins half a width later; what leaves the tile on one side comes in on the other.
  const places = [
    [0, 36],
    [-width / 2, 92],
    [width / 2, 92],
  ] as const;
  return (
    <div className="watermarked" data-watermark={text}>
      {children}
      <svg className="watermark" aria-hidden="true">
        <defs>
          <pattern id={id} width={width} height="112" patternUnits="userSpaceOnUse" patternTransform="rotate(-18)">
            {places.map(([x, y]) => (
              <text key={`${x} ${y}`} x={x} y={y}>
                {text}
              </text>
            ))}
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
    </div>
  );
}
