/** What the stand-in does not do must never pass for done: whoever asks for it gets an error that names it. */
export class NotStoodIn extends Error {
  constructor(what: string) {
    super(`the stand-in for Electron has no ${what}`)
    this.name = 'NotStoodIn'
  }
}

/** Properties that the language itself or a test's printer asks of any object. */
const asked = new Set(['then', 'toJSON', 'constructor', 'prototype', 'asymmetricMatch', 'nodeType', 'inspect'])

/** The same object, except that reading what it does not have throws by name. It can be written to, as a test does. */
export function onlyWhatStandsIn<Thing extends object>(name: string, thing: Thing): Thing {
  return new Proxy(thing, {
    get(target, key) {
      if (typeof key === 'string' && !(key in target) && !asked.has(key)) throw new NotStoodIn(`${name}.${key}`)
      const found = Reflect.get(target, key, target) as unknown
      // Private fields are those of the thing itself, never of what stands before it.
      return typeof found === 'function' && !isClass(found) ? (found.bind(target) as unknown) : found
    },
  })
}

const isClass = (found: object): boolean => /^class\b/.test(Function.prototype.toString.call(found))

type Listenable = { on(event: string, listener: never): unknown; once(event: string, listener: never): unknown }

/** Lets nobody wait for an event that the stand-in will never tell of. */
export function onlyTellsOf<Emitter extends Listenable>(name: string, emitter: Emitter, events: readonly string[]): Emitter {
  for (const listen of ['on', 'once'] as const) {
    const original = emitter[listen].bind(emitter)
    emitter[listen] = (event: string, listener: never) => {
      if (!events.includes(event)) throw new NotStoodIn(`event ${name} '${event}'`)
      return original(event, listener)
    }
  }
  return emitter
}
