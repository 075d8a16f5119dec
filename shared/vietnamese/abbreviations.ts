import { nameKey, searchFold } from './text-key.ts'

/** Abbreviations of official papers and of the heads of tables; several meanings where only the context tells. */
const written: readonly (readonly [short: string, ...meanings: string[]])[] = [
  ['LĐLĐ', 'liên đoàn lao động'],
  ['TLĐ', 'tổng liên đoàn'],
  ['CĐ', 'công đoàn'],
  ['CĐCS', 'công đoàn cơ sở'],
  ['CĐCSTV', 'công đoàn cơ sở thành viên'],
  ['TCCĐ', 'tổ chức công đoàn'],
  ['CBCĐ', 'cán bộ công đoàn'],
  ['ĐVCĐ', 'đoàn viên công đoàn'],
  ['ĐV', 'đoàn viên', 'đơn vị'],
  ['ĐVƯT', 'đoàn viên ưu tú'],
  ['CN', 'công nhân'],
  ['CNLĐ', 'công nhân lao động'],
  ['CNVCLĐ', 'công nhân viên chức lao động'],
  ['NLĐ', 'người lao động'],
  ['NSDLĐ', 'người sử dụng lao động'],
  ['LĐ', 'lao động'],
  ['DN', 'doanh nghiệp'],
  ['DNNN', 'doanh nghiệp nhà nước'],
  ['DNNNN', 'doanh nghiệp ngoài nhà nước'],
  ['NN', 'nhà nước'],
  ['NNN', 'ngoài nhà nước'],
  ['KV', 'khu vực'],
  ['KVNN', 'khu vực nhà nước'],
  ['ĐVSN', 'đơn vị sự nghiệp'],
  ['SNCL', 'sự nghiệp công lập'],
  ['HN', 'hội nghị'],
  ['HNNLĐ', 'hội nghị người lao động'],
  ['HNCBCC', 'hội nghị cán bộ công chức'],
  ['HNCBCCVC', 'hội nghị cán bộ công chức viên chức'],
  ['CBCC', 'cán bộ công chức'],
  ['CBCCVC', 'cán bộ công chức viên chức'],
  ['QCDC', 'quy chế dân chủ'],
  ['QCDCCS', 'quy chế dân chủ cơ sở'],
  ['TƯLĐTT', 'thỏa ước lao động tập thể'],
  ['TULĐTT', 'thỏa ước lao động tập thể'],
  ['TƯLĐ', 'thỏa ước lao động tập thể'],
  ['TƯTT', 'thỏa ước lao động tập thể'],
  ['ĐT', 'đối thoại'],
  ['KCN', 'khu công nghiệp'],
  ['CCN', 'cụm công nghiệp'],
  ['BHXH', 'bảo hiểm xã hội'],
  ['BHYT', 'bảo hiểm y tế'],
  ['ATVSLĐ', 'an toàn vệ sinh lao động'],
  ['KNNN', 'kỹ năng nghề nghiệp'],
  ['UBND', 'ủy ban nhân dân'],
  ['UBMTTQ', 'ủy ban mặt trận tổ quốc'],
  ['MTTQ', 'mặt trận tổ quốc'],
  ['ĐU', 'đảng ủy'],
  ['BTG', 'ban tuyên giáo'],
  ['BTGDV', 'ban tuyên giáo và dân vận'],
  ['CT', 'chỉ thị', 'chương trình', 'chỉ tiêu'],
  ['ĐVT', 'đơn vị tính'],
  ['SL', 'số lượng'],
  ['TS', 'tổng số'],
  ['TL', 'tỷ lệ'],
  ['TH', 'thực hiện'],
  ['KH', 'kế hoạch'],
  ['LK', 'lũy kế'],
  ['GC', 'ghi chú'],
]

const known = new Map<string, { key: string; meanings: readonly string[] }[]>()
for (const [short, ...meanings] of written) {
  const folded = searchFold(short)
  known.set(folded, [...(known.get(folded) ?? []), { key: nameKey(short), meanings }])
}

/**
 * What an abbreviation stands for, likeliest first; empty for an ordinary word. `folded` and `key` are the word after
 * `searchFold` and `nameKey`: written with marks it has to have the right ones ("DỰ" is not ĐU).
 */
export const expansionsOf = (folded: string, key: string): readonly string[] => {
  const among = known.get(folded)
  if (!among) return []
  const spelt = among.find((one) => one.key === key) ?? (key.normalize('NFC') === folded ? among[0] : undefined)
  return spelt?.meanings ?? []
}
