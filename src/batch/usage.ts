/** A command that cannot be done as it was given: an option, a folder, a package that is missing. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** Imports a package that khabar does not bring along. Throws `UsageError` that says how to get it. */
export async function peer<T>(name: string, purpose: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new UsageError(`${purpose} needs the package «${name}»: npm install ${name}`)
  }
}
