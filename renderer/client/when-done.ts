/**
 * What follows an order once it is done, even where whatever gave it is no longer on the page: that something changed may be heard
 * of before the answer, and the page goes on at once. A refusal stays with the mutation that shows it.
 */
export function whenDone<Result>(ordered: Promise<Result>, follow: (result: Result) => void): void {
  void ordered.then(follow, () => undefined)
}
