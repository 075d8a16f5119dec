/** Set in the address, it takes away whatever stands in the place of the pages: the texts, the look, the office's form. */
export const pagesAgain = { words: undefined, word: undefined, paragraph: undefined, look: undefined, form: undefined }
