import type { Page } from 'playwright-core'

const marks = /\p{M}/gu
/** What Windows calls the key of a letter that a program sends. */
const packetKey = 231

/**
 * As Unikey gives it on Windows: the plain letter arrives as a key, then a Backspace takes it back and the marked letter comes in
 * its place as a key of its own, without a composition, wherever the focus is.
 */
export async function typeAsUnikey(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const letter of text.normalize('NFC')) {
    const plain = letter.normalize('NFD').replaceAll(marks, '').replace('đ', 'd').replace('Đ', 'D')
    await page.keyboard.type(plain)
    if (plain === letter) continue
    await page.keyboard.press('Backspace')
    const key = { key: letter, windowsVirtualKeyCode: packetKey }
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, unmodifiedText: letter, ...key })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  await session.detach()
}

/** As an input method gives it that composes: the word grows, is shown underlined, and is put in when it is done; only in a field. */
export async function composeWords(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (const word of text.normalize('NFC').split(/(?<= )/u)) {
    for (let end = 1; end <= word.length; end++) {
      const begun = word.slice(0, end)
      await session.send('Input.imeSetComposition', { text: begun, selectionStart: end, selectionEnd: end })
    }
    await session.send('Input.insertText', { text: word })
  }
  await session.detach()
}
