import { expect, it } from 'vitest'
import { oneLine, visibleText } from '../../../electron/cli/visible-text.ts'

it('a name cannot move the cursor, colour the line or turn the writing', () => {
  expect(visibleText('\u001b[31mđỏ\u001b[0m\u202exslx.exe\u009b2J\r')).toBe('�[31mđỏ�[0m�xslx.exe�2J�')
  expect(visibleText('L\u00ad¬ng\tB»ng\nĐảng ủy 😀')).toBe('L\u00ad¬ng\tB»ng\nĐảng ủy 😀')
  expect(oneLine('hai\ndòng.xlsx')).toBe('hai�dòng.xlsx')
})
