/** Gives all tables in compiled form, by name, read when first asked for; made by `data/build.ts` when the program is bundled or tested. */
declare module 'khabar:data' {
  const data: () => Readonly<Record<string, string>>
  export default data
}

/** The trained model of names, as `npm run train` writes it. */
declare module 'khabar:model' {
  const model: () => string
  export default model
}

/** The words of the interface, by language and id: the tables of `data/labels/`. */
declare module 'khabar:labels' {
  const labels: Readonly<Record<'ar' | 'en' | 'fr', Readonly<Record<string, string>>>>
  export default labels
}

/** The sample article. */
declare module 'khabar:sample' {
  const text: string
  export default text
}
