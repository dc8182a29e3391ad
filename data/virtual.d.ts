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
