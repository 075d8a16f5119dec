/** Edits of the main part of a workbook, which is well-formed. */

/** Whoever opens the workbook calculates every formula. */
export function askToCalculate(xml: string): string {
  const known = /<((?:\w+:)?calcPr)\b((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/.exec(xml)
  if (known) {
    const [whole, name, attributes, slash] = known
    const kept = attributes!.replace(/\s+fullCalcOnLoad\s*=\s*(?:"[^"]*"|'[^']*')/, '')
    return xml.replace(whole, () => `<${name}${kept} fullCalcOnLoad="1"${slash}>`)
  }
  // Its place is after these (CT_Workbook, ECMA-376 part 1, 18.2.27).
  const before = [...xml.matchAll(/<\/((?:\w+:)?)(?:sheets|functionGroups|externalReferences|definedNames)>/g)].at(-1)
  if (!before) return xml
  const at = before.index + before[0].length
  return `${xml.slice(0, at)}<${before[1]}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`
}

/** What is printed of a sheet grows with its rows. */
export function growPrintArea(xml: string, { sheet, row, more }: { sheet: number; row: number; more: number }): string {
  return xml.replace(/<(?:\w+:)?definedName\b[^>]*>[^<]*</g, (whole) => {
    if (!whole.includes('_xlnm.Print_Area') || !new RegExp(`localSheetId\\s*=\\s*["']${sheet}["']`).test(whole)) return whole
    return whole.replace(/(:\$[A-Z]+\$)(\d+)</, (area, begin: string, last: string) =>
      Number(last) >= row ? `${begin}${Number(last) + more}<` : area,
    )
  })
}
