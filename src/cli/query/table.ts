/** Rows under their names, in columns as wide as the widest cell; marks take no place. */
export function table(names: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = names.map((name, n) => rows.reduce((widest, row) => Math.max(widest, width(row[n] ?? '')), width(name)))
  const line = (cells: readonly string[]): string =>
    `${cells.map((cell, n) => cell + ' '.repeat((widths[n] as number) - width(cell))).join('  ')}`.trimEnd()
  return `${[line(names), line(widths.map(w => '-'.repeat(w))), ...rows.map(line)].join('\n')}\n`
}

const width = (text: string): number => [...text.replace(/\p{M}/gu, '')].length
