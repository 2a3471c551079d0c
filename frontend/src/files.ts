// Hands files to the reader, and reads the font that drawings carry along.

/** Hand something to the reader as a file. */
export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The font of the page as a rule that holds it whole, so that names keep their width elsewhere. */
export async function readFont(): Promise<string> {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      const url = rule instanceof CSSFontFaceRule ? /url\("?([^")]+)"?\)/.exec(rule.cssText)?.[1] : undefined;
      if (!url) continue;
      const bytes = new Uint8Array(await (await fetch(new URL(url, sheet.href ?? location.href))).arrayBuffer());
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return `@font-face{font-family:Vazirmatn;font-weight:400 700;src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
    }
  }
  return "";
}
