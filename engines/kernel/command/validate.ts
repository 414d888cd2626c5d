import { Compile, type Validator } from 'typebox/compile'
import { Format } from 'typebox/format'
import { isLegalDay } from '../clock/index.ts'
import type { Refusal } from '../refusal/index.ts'
import type { Definition } from './definition.ts'
import { commandRefusals } from './refusals.ts'

Format.Set('legal-day', isLegalDay)

const validators = new WeakMap<object, Validator>()

/** The compiled check of a call's input. */
export function validatorOf(definition: Pick<Definition, 'input'>): Validator {
  let validator = validators.get(definition.input)
  if (!validator) {
    validator = Compile(definition.input)
    validators.set(definition.input, validator)
  }
  return validator
}

/** Undefined when the input fits; else a refusal that names the first place that does not. */
export function refuseInput(definition: Definition, input: unknown): Refusal | undefined {
  const validator = validatorOf(definition)
  if (validator.Check(input)) return undefined
  const errors = validator.Errors(input)
  // A member nobody knows is reported twice, and the second report names it less well.
  const first = errors.find(error => error.keyword === 'boolean') ?? errors[0]
  const found = first?.keyword === 'boolean' ? `unknown field ${first.instancePath}` : first?.message
  return commandRefusals.refuse('input.invalid', { found: found ?? 'unknown' }, first?.instancePath || '/')
}
