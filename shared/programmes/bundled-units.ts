import type { Unit } from '../domain/unit.ts'
import communes from './hung-yen-communes.json' with { type: 'json' }

/**
 * Until 30/6/2025 these were names of districts and towns. Alone on a cover they may still mean the old district,
 * so the bare name identifies nobody and a person is asked.
 */
const formerDistricts: ReadonlySet<string> = new Set([
  'Mỹ Hào',
  'Thái Bình',
  'Văn Giang',
  'Yên Mỹ',
  'Ân Thi',
  'Khoái Châu',
  'Tiên Lữ',
  'Quỳnh Phụ',
  'Hưng Hà',
  'Đông Hưng',
  'Thái Thuỵ',
  'Tiền Hải',
  'Kiến Xương',
  'Vũ Thư',
])

const kindWords = { phuong: { word: 'phường', short: 'P.' }, xa: { word: 'xã', short: 'X.' } } as const

function communeCommittee([gsoCode, kind, name]: readonly [string, keyof typeof kindWords, string], index: number): Unit {
  const { word, short } = kindWords[kind]
  const place = `${word} ${name}`
  return {
    code: `org.du_xa.${gsoCode}`,
    name: `Đảng ủy ${place}`,
    kind,
    line: 'territorial',
    parent: null,
    rank: index + 1,
    validFrom: null,
    validTo: null,
    aliases: [
      place,
      `${short} ${name}`,
      `${short}${name}`,
      `ĐU ${place}`,
      `Đảng bộ ${place}`,
      ...(formerDistricts.has(name) ? [] : [name]),
    ],
  }
}

const body = (code: string, name: string, kind: string, line: Unit['line'], aliases: readonly string[]) => ({
  code,
  name,
  kind,
  line,
  aliases,
})
const provincialBodies = [
  body('org.ldld_tinh', 'Liên đoàn Lao động tỉnh Hưng Yên', 'ldld', 'federation', [
    'Liên đoàn Lao động tỉnh',
    'LĐLĐ tỉnh Hưng Yên',
    'LĐLĐ tỉnh',
    'LĐLĐ Hưng Yên',
    'Công đoàn tỉnh Hưng Yên',
  ]),
  body('org.du_ubnd_tinh', 'Đảng ủy Ủy ban nhân dân tỉnh Hưng Yên', 'du_ubnd', 'government', [
    'Đảng ủy Ủy ban nhân dân tỉnh',
    'Đảng ủy UBND tỉnh Hưng Yên',
    'Đảng ủy UBND tỉnh',
    'ĐU UBND tỉnh',
    'Đảng bộ UBND tỉnh',
    'Đảng bộ Ủy ban nhân dân tỉnh',
  ]),
  body('org.ubmttq_tinh', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hưng Yên', 'mttq', 'front', [
    'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    'Ủy ban MTTQ Việt Nam tỉnh Hưng Yên',
    'Ủy ban MTTQ Việt Nam tỉnh',
    'UBMTTQ Việt Nam tỉnh',
    'UBMTTQ tỉnh',
    'MTTQ tỉnh',
    'Mặt trận Tổ quốc tỉnh',
  ]),
  body('org.btgdv_tinh_uy', 'Ban Tuyên giáo và Dân vận Tỉnh ủy Hưng Yên', 'ban_dang', 'advisory', [
    'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    'BTG&DV Tỉnh ủy',
    'BTGDV Tỉnh ủy',
    'BTGDVTU',
  ]),
]

/** Who is expected to report on the bundled programme: 104 commune committees in their official order, then the provincial bodies. */
export function bundledUnits(): Unit[] {
  const rows = communes as unknown as readonly (readonly [string, keyof typeof kindWords, string])[]
  const committees = rows.map(communeCommittee)
  const bodies = provincialBodies.map((unit, index) => ({
    ...unit,
    parent: null,
    rank: committees.length + index + 1,
    validFrom: null,
    validTo: null,
  }))
  return [...committees, ...bodies]
}
