// What the painter draws with: a canvas of the browser, or a recorder of the same calls.

/** The part of a canvas that the painter uses. */
export type Pen = Pick<CanvasRenderingContext2D,
  "beginPath" | "moveTo" | "lineTo" | "bezierCurveTo" | "arc" | "rect" | "closePath" | "fill" | "stroke" | "fillText"
  | "setLineDash" | "strokeText"> & {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  direction: CanvasDirection;
  globalAlpha: number;
};

/** The colours of the page, as its style sheet has them. */
export interface Colours {
  readonly ink: string; readonly quiet: string; readonly paper: string; readonly ground: string; readonly rule: string;
  readonly edge: string; readonly home: string; readonly abroad: string; readonly pale: string; readonly line: string;
  readonly coast: string; readonly border: string; readonly plain: string;
}

/** Read the colours of the page. */
export function readColours(style: Pick<CSSStyleDeclaration, "getPropertyValue">): Colours {
  const read = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: read("ink"), quiet: read("quiet"), paper: read("paper"), ground: read("ground"), rule: read("rule"),
    edge: read("edge"), home: read("home"), abroad: read("abroad"), pale: read("abroad-pale"), line: read("line"),
    coast: read("coast"), border: read("arc-possible"), plain: read("plain"),
  };
}

/** How a line of a type looks: its colour, width in pixels, dashes. */
export interface LineLook { readonly colour: keyof Colours; readonly width: number; readonly dash: readonly number[] }

const LOOKS: Readonly<Record<string, LineLook>> = {
  TIED_TO: { colour: "coast", width: 1.5, dash: [] },
  IN: { colour: "edge", width: 1, dash: [] },
  REPRESENTS: { colour: "edge", width: 1.2, dash: [1.5, 3] },
  SENT_BY: { colour: "edge", width: 1.2, dash: [6, 3, 1.5, 3] },
  BORDERS: { colour: "border", width: 2, dash: [2, 3] },
  GOVERNS: { colour: "ink", width: 1, dash: [8, 3] },
  HOLDS: { colour: "ink", width: 1, dash: [3, 3] },
  COVERS: { colour: "home", width: 1, dash: [8, 3, 2, 3] },
  ACCREDITED_TO: { colour: "home", width: 1, dash: [4, 2] },
  TRADES_WITH: { colour: "home", width: 2, dash: [10, 4] },
};

/** Find how a line of a type looks. */
export function findLook(type: string): LineLook {
  return LOOKS[type] ?? { colour: "edge", width: 1, dash: [] };
}

/** Draw the shape of a label round a middle; `r` is half its height. Shapes tell labels apart, blue is home, rust abroad. */
export function drawShape(pen: Pen, label: string, home: boolean, x: number, y: number, r: number, colours: Colours): void {
  const person = label === "Governor" || label === "Official";
  pen.fillStyle = person ? colours.ink : home ? colours.home : colours.abroad;
  pen.strokeStyle = pen.fillStyle;
  pen.lineWidth = Math.max(1.2, r * 0.36);
  pen.setLineDash([]);
  pen.beginPath();
  const corners = CORNERS[label];
  if (corners) {
    corners.forEach(([dx, dy], index) => (index ? pen.lineTo(x + dx * r, y + dy * r) : pen.moveTo(x + dx * r, y + dy * r)));
    pen.closePath();
    pen.fill();
  } else if (label === "Country") {
    pen.arc(x, y, r * 0.82, 0, 2 * Math.PI);
    pen.stroke();
  } else {
    pen.arc(x, y, r * 0.72, 0, 2 * Math.PI);
    pen.fill();
  }
}

const HEXAGON = [0, 1, 2, 3, 4, 5].map((one) => [Math.cos((one * Math.PI) / 3), Math.sin((one * Math.PI) / 3)] as const);
const CORNERS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  Province: [[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]],
  Region: [[0, -1.05], [1.05, 0], [0, 1.05], [-1.05, 0]],
  Counterpart: HEXAGON,
  Body: [[-0.9, 0.3], [-0.9, -0.9], [0.9, -0.9], [0.9, 0.3], [0, 1]],
  Mission: [[-0.75, 1], [-0.75, -1], [0.95, -0.45], [-0.35, 0.1], [-0.35, 1]],
  Governor: [[0, -1], [1, 0.85], [-1, 0.85]],
  Official: [[-1, -0.85], [1, -0.85], [0, 1]],
  Source: [[-0.7, -1], [0.7, -1], [0.7, 1], [-0.7, 1]],
};
