type Element = { name: string; start: number; openEnd: number; closeStart: number; end: number }

/** Every element of a well-formed text without CDATA, in order of its beginning. */
function elementsOf(xml: string): Element[] {
  const found: Element[] = []
  const open: Element[] = []
  for (const match of xml.matchAll(/<(\/?)([\w:.-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    const [whole, slash, name] = match
    const start = match.index
    if (slash === '/') {
      const element = open.pop()
      if (element) Object.assign(element, { closeStart: start, end: start + whole.length })
    } else {
      const end = start + whole.length
      const element = { name: name!, start, openEnd: end, closeStart: end, end }
      found.push(element)
      if (match[3] !== '/') open.push(element)
    }
  }
  return found
}

const odd = [
  '',
  '0',
  '-1',
  '1',
  '7',
  '99999999999',
  '1e999',
  'A0',
  'ZZZ1',
  'A1048577',
  'B2',
  's',
  'n',
  'b',
  'e',
  'd',
  'str',
  'inlineStr',
  '#REF!',
  'ế',
  '&lt;',
  '&#0;',
  '&#48;',
  '&x;',
]

/** One change such as programs, scripts and people with bad intent make; `whole` gives a number from 0 below its argument. */
export function mutateXml(xml: string, whole: (below: number) => number): string {
  const elements = elementsOf(xml)
  const pick = (): Element => elements[whole(elements.length)]!
  const cut = (from: number, to: number, put = ''): string => xml.slice(0, from) + put + xml.slice(to)
  const element = pick()
  const { start, openEnd, closeStart, end, name } = element
  const text = xml.slice(start, end)
  const inner = xml.slice(openEnd, closeStart)
  const open = xml.slice(start, openEnd)
  const value = odd[whole(odd.length)]!
  const attributes = [...open.matchAll(/\s([\w:]+)="([^"]*)"/g)]
  const attribute = attributes[whole(Math.max(1, attributes.length))]
  const inAttribute = (put: (key: string, given: string) => string): string =>
    attribute === undefined
      ? cut(openEnd - (open.endsWith('/>') ? 2 : 1), openEnd - (open.endsWith('/>') ? 2 : 1), ` r="${value}"`)
      : cut(start + attribute.index, start + attribute.index + attribute[0].length, put(attribute[1]!, attribute[2]!))
  const changes: (() => string)[] = [
    () => cut(start, end),
    () => cut(end, end, text),
    () => cut(start, end, inner),
    () => cut(start, end, `<${name}>${text}</${name}>`),
    () => cut(start, end, `<x>${text}</x>`),
    () => (closeStart === end ? cut(start, end) : cut(closeStart, end, `</${name}x>`).replace(open, open.replace(name, `${name}x`))),
    () => cut(closeStart, end),
    () => cut(openEnd, closeStart),
    () => cut(openEnd, closeStart, value),
    () => cut(openEnd, openEnd, `<!-- ${value.replaceAll('-', '')} -->`),
    () => cut(openEnd, openEnd, '<![CDATA[9]]>'),
    () => cut(openEnd, openEnd, String.fromCharCode(1 + whole(31))),
    () => {
      const other = pick()
      return other.start >= end
        ? xml.slice(0, start) + xml.slice(other.start, other.end) + xml.slice(end, other.start) + text + xml.slice(other.end)
        : cut(start, end, xml.slice(other.start, other.end))
    },
    () => inAttribute(() => ''),
    () => inAttribute((key) => ` ${key}="${value}"`),
    () => inAttribute((key) => ` ${key}="${'9'.repeat(50_000)}"`),
    () => inAttribute((key, given) => ` ${key}="${given}" ${key}="${value}"`),
    () => inAttribute((key, given) => ` ${key}x="${given}"`),
    () => inAttribute((key, given) => ` ${key}="${Number.isFinite(Number(given)) ? Number(given) + 1 : given.toUpperCase()}"`),
  ]
  return changes[whole(changes.length)]!()
}

/** One change to bytes: a bit, a block filled, cut out, doubled or moved, an end cut off. */
export function mutateBytes(original: Buffer, whole: (below: number) => number): Buffer {
  const bytes = Buffer.from(original)
  const at = whole(bytes.length)
  const length = Math.min(bytes.length - at, 1 + whole(whole(4) === 0 ? 512 : 8))
  const block = bytes.subarray(at, at + length)
  const changes: (() => Buffer)[] = [
    () => bytes.fill(bytes[at]! ^ (1 << whole(8)), at, at + 1),
    () => bytes.fill(whole(256), at, at + length),
    () => bytes.fill(0, at, at + length),
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]),
    () => Buffer.concat([bytes.subarray(0, at), block, bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), Buffer.from([whole(256)]), bytes.subarray(at)]),
    () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(whole(bytes.length))]),
    () => bytes.subarray(0, at),
    () => (block.copy(bytes, whole(bytes.length)), bytes),
  ]
  return changes[whole(changes.length)]!()
}
