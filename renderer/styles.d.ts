/** Style sheets are imported for their effect; the bundler takes them out. */
declare module '*.css'
/** A file that goes along with the page, by its address. */
declare module '*?url' {
  const address: string
  export default address
}
