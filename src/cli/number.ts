import { InvalidArgumentError } from 'commander'

/** Reads an option that is a whole number from 1. */
export const positive =
  (option: string) =>
  (value: string): number => {
    const number = Number(value)
    if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError(`${option} must be a whole number from 1.`)
    return number
  }
