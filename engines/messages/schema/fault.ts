import type { XmlPlace } from '../xml/tree.ts'

export type FaultCode =
  // of the document's shape
  | 'message.wrong_root'
  | 'message.unknown_kind'
  | 'message.kind_differs'
  | 'message.wrong_namespace'
  | 'message.missing'
  | 'message.empty'
  | 'message.unknown_element'
  | 'message.unknown_attribute'
  | 'message.wrong_order'
  | 'message.repeated'
  | 'message.too_few'
  | 'message.too_many'
  | 'message.stray_text'
  | 'message.not_text'
  | 'message.not_a_group'
  | 'message.not_a_list'
  // of one value
  | 'message.bad_character'
  | 'message.too_long'
  | 'message.too_short'
  | 'message.bad_format'
  | 'message.not_a_number'
  | 'message.too_many_digits'
  | 'message.too_many_decimals'
  | 'message.negative'
  | 'message.not_a_date'
  | 'message.not_a_choice'
  | 'message.not_in_table'
  | 'message.not_base64'
  | 'message.bad_markup'
  // of several values together
  | 'message.needed'
  | 'message.not_allowed'
  // of the list of faults itself
  | 'message.more_faults'

export type FaultParams = Readonly<Record<string, string | number>>

/** What is wrong with one value, before anyone says where it stands. */
export interface ValueFault {
  readonly code: FaultCode
  /** `found` and `expected` where they help; a found value is cut to 60 characters. */
  readonly params: FaultParams
}

/** What is wrong, and where. The code is stable; its text is rendered at the edge (`faultText`). */
export interface MessageFault extends ValueFault {
  /** Element names from the root, counted where one is repeated: `CEB621Message/Inventory[2]/InventoryHead/gcode`. */
  readonly path: string
  /** Where it stands in the document that was read; undefined for a value that is to be built. */
  readonly place?: XmlPlace
}

/** A found value as a fault shows it. */
export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)
