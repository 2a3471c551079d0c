// Paper: what is drawn to the width of the screen is drawn to that of a sheet before it is printed, and back after it.

/** Width of a drawing on an upright A4 sheet, in pixels: its letters are then of the size that they say. */
export const SHEET = 690;

/** Draw to the width of a sheet while the page is being printed. */
export function drawForPaper(draw: (width?: number) => void): void {
  window.addEventListener("beforeprint", () => draw(SHEET));
  window.addEventListener("afterprint", () => draw());
}
