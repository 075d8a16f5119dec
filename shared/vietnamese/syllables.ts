/**
 * Which words can be Vietnamese syllables: onset, rhyme and tone must go together. Pure rules, no dictionary: it tells
 * text in the wrong encoding (`Lao ®éng`, `Mờng`) from text, not a right word from a misspelt one.
 */

const split = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const rhymes = split(
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu ' +
    'o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet ' +
    'ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt ' +
    'uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyt uyu uyên uyêt ' +
    'ư ưc ưi ưm ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu',
)
/** After `qu` and `gi` the glide belongs to the onset. */
const rhymesAfterQu = split(
  'a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eng eo et ê ên ênh êch êt i ich in inh it y yên yêt yêu yt ynh ych ơ ơn ôc',
)
const rhymesAfterGi = split(
  'a ac ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăt âc âm ân âp ât âu ây e em en eo ep et o oc oi on ong ơ ơi ôi ông ôn u ua uc ui un up ut uôc uông ư ưa ưng ươc ương ' +
    'êng êt êm',
)
const frontOnsets = split('k gh ngh')
const backOnsets = split('c g ng')
const onsets = 'ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x'.split(' ').concat('')
const stopped = /(?:c|ch|p|t)$/
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Case and composition do not count, nor on which vowel the tone stands (hoà, hòa). */
export function isSyllable(word: string): boolean {
  const decomposed = word.toLowerCase().normalize('NFD')
  const toneMarks = decomposed.match(tones) ?? []
  if (toneMarks.length > 1) return false
  const bare = decomposed.replace(tones, '').normalize('NFC')
  return onsets.some((onset) => bare.startsWith(onset) && fits(onset, bare.slice(onset.length), toneMarks[0]))
}

function fits(onset: string, rhyme: string, tone: string | undefined): boolean {
  if (stopped.test(rhyme) && tone !== '\u0301' && tone !== '\u0323') return false
  if (onset === 'qu') return rhymesAfterQu.has(rhyme)
  if (onset === 'gi') return rhymesAfterGi.has(rhyme)
  if (!rhymes.has(rhyme)) return false
  // gì, giếng: the i of the rhyme makes the onset gi.
  const isFront = /^[eêiy]/.test(rhyme)
  if (onset === 'g' && /^(?:i|in|iêng|iêt|iêm)$/.test(rhyme)) return true
  if (frontOnsets.has(onset)) return isFront
  return !(backOnsets.has(onset) && isFront) && !(onset === '' && rhyme.startsWith('iê')) && !(onset !== '' && rhyme.startsWith('yê'))
}
