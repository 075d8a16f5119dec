import { describe, expect, it } from 'vitest'
import { filesOpened, kindOfFile } from '../../../electron/shell/opened-files.ts'
import { isOwnAddress, isOwnOrigin, isOwnPage, isOwnRequest, startAddress } from '../../../electron/shell/own-address.ts'
import { placeWindow, readWindowPlace, smallestWindow } from '../../../electron/shell/window-place.ts'
import { zoomBy } from '../../../electron/shell/zoom-step.ts'

describe('whom the shell listens to', () => {
  it.each([
    [startAddress, true],
    ['app://tonghop/assets/index-1.js', true],
    ['app://tonghop', false],
    ['app://tonghop.example/index.html', false],
    ['app://other/index.html', false],
    ['https://tonghop/index.html', false],
    ['file:///etc/passwd', false],
    ['data:text/html,app://tonghop/', false],
    ['javascript:alert(1)', false],
  ])('%s: %s', (address, isOwn) => expect(isOwnAddress(address)).toBe(isOwn))

  it('only our own page in the top frame, and no frame that is gone', () => {
    const own = { origin: 'app://tonghop', url: startAddress, parent: null }
    expect(isOwnPage(own)).toBe(true)
    expect(isOwnPage(null)).toBe(false)
    expect(isOwnPage({ ...own, parent: own })).toBe(false)
    expect(isOwnPage({ ...own, origin: 'null' })).toBe(false)
    expect(isOwnPage({ ...own, url: 'app://other/index.html' })).toBe(false)
  })
})

describe('where the window opens', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 }
  const saved = { x: 200, y: 100, width: 1400, height: 800, maximized: false }

  it('as it was left', () => expect(placeWindow(saved, [screen])).toEqual(saved))
  it('centred where its screen is gone', () =>
    expect(placeWindow({ ...saved, x: 2500 }, [screen])).toEqual({ x: 277, y: 136, width: 1366, height: 768, maximized: false }))
  it('centred where only a sliver of it could be grasped', () => expect(placeWindow({ ...saved, x: 1900 }, [screen]).x).toBe(277))
  it('on a second screen that is still there', () =>
    expect(placeWindow({ ...saved, x: 2500 }, [screen, { ...screen, x: 1920 }]).x).toBe(2500))
  it('filling a small screen', () =>
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1366, height: 728 }])).toEqual({
      x: 0,
      y: 0,
      width: 1366,
      height: 728,
      maximized: true,
    }))
  it('never smaller than it can be used', () =>
    expect(placeWindow({ ...saved, width: 10, height: 10 }, [screen])).toMatchObject(smallestWindow))

  it('a damaged file is no place', () => {
    expect(readWindowPlace(JSON.stringify(saved))).toEqual(saved)
    for (const text of ['', '{', 'null', '{"x":1}', JSON.stringify({ ...saved, width: 10.5 }), JSON.stringify({ ...saved, width: -4 })])
      expect(readWindowPlace(text)).toBeUndefined()
  })
})

describe('the size of text', () => {
  it('goes up, down, back, and stops at both ends', () => {
    expect(zoomBy(0, 1)).toBe(1)
    expect(zoomBy(0, -1)).toBe(-1)
    expect(zoomBy(3, 0)).toBe(0)
    expect(zoomBy(4, 1)).toBe(4)
    expect(zoomBy(-2, -1)).toBe(-2)
  })
})

describe('what a page may ask for', () => {
  it.each([
    ['app://tonghop/assets/index-1.js', true],
    ['blob:app://tonghop/0a-1b', true],
    ['data:image/png;base64,AA', true],
    ['blob:https://example.com/0a', false],
    ['https://example.com/', false],
    ['http://127.0.0.1:80/', false],
    ['ws://127.0.0.1:80/', false],
    ['file:///etc/passwd', false],
  ])('%s: %s', (address, isOwn) => expect(isOwnRequest(address)).toBe(isOwn))

  it('an origin is ours with and without the stroke at its end', () => {
    expect(['app://tonghop', 'app://tonghop/', 'app://tonghop.example', 'null', ''].map(isOwnOrigin)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('files opened with the application', () => {
  it('are told from every other argument, whatever their case, and from where it was started', () => {
    const args = [
      '.',
      '--data',
      'D:/x.tonghop.txt',
      'sao-luu.tonghop',
      '/usb/Gói Xã Tiên La.TONGHOPGOI',
      '--file=a.tonghop',
      'báo cáo.xlsx',
    ]
    expect(filesOpened(args, '/media')).toEqual(['/media/sao-luu.tonghop', '/usb/Gói Xã Tiên La.TONGHOPGOI'])
    expect(['a.tonghop', 'b.TongHopGoi', 'c.pdf', 'tonghop'].map(kindOfFile)).toEqual(['backup', 'bundle', undefined, undefined])
  })
})
