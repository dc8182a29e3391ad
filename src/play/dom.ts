type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void) | null | undefined>>
type Child = Node | string | null | undefined | false

const SVG = 'http://www.w3.org/2000/svg'

/** Makes an element. A function is a listener, `true` an attribute without value; null, undefined and false are left out. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  return fill(document.createElement(name), attributes, children)
}

/** The same for drawings. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Name] {
  return fill(document.createElementNS(SVG, name) as SVGElementTagNameMap[Name], attributes, children)
}

function fill<Made extends Element>(made: Made, attributes: Attributes, children: readonly Child[]): Made {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === 'function') made.addEventListener(name, value)
    else made.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) made.append(child)
  return made
}

/** The element of the page with an id. */
export const byId = <Found extends HTMLElement>(id: string): Found => document.getElementById(id) as Found
