import type { Page } from 'playwright-core'

export type PageTrial = {
  title: string
  /** Has to stand there before anybody can use the page. */
  ready: string
  acts: readonly { name: string; act: (page: Page) => Promise<void> }[]
}

/** As a person types, a key every 120 ms. */
const type =
  (field: string, text: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(field).first().click()
    await page.keyboard.type(text, { delay: 120 })
  }

const keys =
  (field: string, ...pressed: readonly string[]) =>
  async (page: Page): Promise<void> => {
    await page.locator(field).first().focus()
    for (const key of pressed) await page.keyboard.press(key, { delay: 60 })
  }

/** The wheel for two seconds, as fast as hands turn it. */
const scroll =
  (area: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(area).first().hover()
    for (let turn = 0; turn < 40; turn++) {
      await page.mouse.wheel(0, 400)
      await page.waitForTimeout(50)
    }
  }

const click =
  (what: string) =>
  async (page: Page): Promise<void> =>
    page.locator(what).first().click()

/** What people do on every page that has something to look through. */
export const pageTrials: readonly PageTrial[] = [
  {
    title: 'Tổng quan',
    ready: '.indicators tbody tr',
    acts: [{ name: 'open the units behind an indicator', act: click('.indicators tbody button') }],
  },
  {
    title: 'Số liệu',
    ready: '.grid-row',
    acts: [
      { name: 'arrows and pages', act: keys('[role=grid]', 'ArrowDown', 'ArrowRight', 'PageDown', 'Control+End', 'Control+Home') },
      { name: 'scroll', act: scroll('.grid-row') },
      { name: 'find in the table', act: type('input[type=search]', 'hong hiep') },
    ],
  },
  {
    title: 'Tình hình gửi báo cáo',
    ready: '.virtual-table tbody tr[data-row]',
    acts: [
      { name: 'one state only', act: click('.counter:last-child') },
      { name: 'find a unit', act: type('input[type=search]', 'hong hiep') },
      { name: 'scroll', act: scroll('.virtual-table') },
    ],
  },
  {
    title: 'Tiếp nhận',
    ready: '.virtual-table tbody tr[data-row]',
    acts: [{ name: 'scroll', act: scroll('.virtual-table') }],
  },
  {
    title: 'Đối chiếu',
    ready: '#finding-sentence',
    acts: [
      { name: 'next finding', act: keys('.finding-list', 'ArrowDown', 'ArrowDown') },
      { name: 'find', act: type('input[type=search]', 'muc') },
    ],
  },
  { title: 'Báo cáo', ready: '.empty, [data-page="1"][data-state=drawn]', acts: [] },
  { title: 'Nhật ký và kiểm chứng', ready: '.journal-day', acts: [{ name: 'scroll', act: scroll('.journal') }] },
  {
    title: 'Thiết lập',
    ready: '.settings-tabs',
    acts: [
      { name: 'open the list of units', act: (page) => page.getByRole('tab', { name: 'Đơn vị' }).click() },
      { name: 'find a unit', act: type('input[type=search]', 'hong hiep') },
    ],
  },
]
