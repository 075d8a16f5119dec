/** The same value as the contract types it: services promise not to change what they hand out, JSON knows no such promise. */
export type Plain<Value> = Value extends readonly (infer Item)[]
  ? Plain<Item>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Plain<Value[Key]> }
    : Value

export const plain = <Value>(value: Value): Plain<Value> => value as Plain<Value>
