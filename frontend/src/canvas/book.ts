// Writes a workbook (XLSX): sheets of texts and numbers in a zip that is stored, not packed.

import { escape } from "./svg";

export interface Sheet { readonly name: string; readonly rows: readonly (readonly (string | number)[])[] }

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKED = "http://schemas.openxmlformats.org/package/2006";
const KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MOST_LETTERS = 32_767;
const MOST_OF_NAME = 31;

function writeSheet({ rows }: Sheet, rtl: boolean): string {
  const cell = (value: string | number): string => typeof value === "number"
    ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t xml:space="preserve">${escape(value.slice(0, MOST_LETTERS))}</t></is></c>`;
  const written = rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("");
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"${rtl ? ' rightToLeft="1"' : ""}/></sheetViews><sheetData>${written}</sheetData></worksheet>`;
}

/** Write a workbook of some sheets; Persian runs from the right. A text is never a formula. */
export function writeBook(sheets: readonly Sheet[], rtl: boolean): Uint8Array<ArrayBuffer> {
  const at = sheets.map((_, place) => place + 1);
  const files: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="${PACKED}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KINDS}.sheet.main+xml"/>${at.map((one) => `<Override PartName="/xl/worksheets/sheet${one}.xml" ContentType="${KINDS}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKED}/relationships"><Relationship Id="rId1" Type="${LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${sheets.map(({ name }, place) => `<sheet name="${escape(name.replace(/[[\]:*?/\\]/g, " ").slice(0, MOST_OF_NAME))}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKED}/relationships">${at.map((one) => `<Relationship Id="rId${one}" Type="${LINKS}/worksheet" Target="worksheets/sheet${one}.xml"/>`).join("")}</Relationships>`,
  };
  const written = sheets.map((sheet, place) => [`xl/worksheets/sheet${place + 1}.xml`, writeSheet(sheet, rtl)] as const);
  return zip([...Object.entries(files), ...written]);
}

function zip(files: readonly (readonly [string, string])[]): Uint8Array<ArrayBuffer> {
  const writer = new TextEncoder();
  const parts: Uint8Array[] = [];
  const listed: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const named = writer.encode(name);
    const body = writer.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`);
    const sum = sumUp(body);
    // Version 2.0, names in UTF-8, stored, the first day that a zip knows.
    const common = [[20, 2], [0x0800, 2], [0, 2], [0, 2], [0x21, 2], [sum, 4], [body.length, 4], [body.length, 4], [named.length, 2], [0, 2]] as const;
    const head = numbers([[0x04034b50, 4], ...common]);
    parts.push(head, named, body);
    listed.push(numbers([[0x02014b50, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), named);
    offset += head.length + named.length + body.length;
  }
  const size = listed.reduce((sum, one) => sum + one.length, 0);
  const end = numbers([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]]);
  const all = [...parts, ...listed, end];
  const whole = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0));
  let place = 0;
  for (const one of all) {
    whole.set(one, place);
    place += one.length;
  }
  return whole;
}

/** Numbers after one another, each in so many bytes, the lowest first. */
function numbers(of: readonly (readonly [number, number])[]): Uint8Array {
  return Uint8Array.from(of.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, at) => (value >>> (8 * at)) & 255)));
}

/** The sum (CRC-32) by which a zip tells that a file is whole. */
function sumUp(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
