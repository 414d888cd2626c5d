/** A canonical form of XML, without comments. */
export type CanonicalMethod = 'inclusive' | 'exclusive'

export type DigestName = 'sha1' | 'sha256' | 'sm3'

/** What a key does: with which digest of its own and of which kind it is. */
export type KeyAlgorithm = 'rsa-sha1' | 'rsa-sha256' | 'sm2-sm3'

/** Canonical XML 1.0 (W3C 2001-03-15) and Exclusive XML Canonicalization 1.0 (W3C 2002-07-18). */
export const canonicalUris: Readonly<Record<CanonicalMethod, string>> = {
  inclusive: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  exclusive: 'http://www.w3.org/2001/10/xml-exc-c14n#',
}

export const envelopedUri = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'

export const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#'

/** How a profile's digest and signature are named inside the document. */
export interface SignatureProfile {
  readonly digest: DigestName
  readonly digestUri: string
  readonly algorithm: KeyAlgorithm
  readonly signatureUri: string
  /**
   * Namespaces declared on `SignedInfo` besides those in scope. The port's own clients sign `SignedInfo` with this
   * one declared; so its canonical form is the same bytes, and any other verifier comes to the same.
   */
  readonly declares: Readonly<Record<string, string>>
  /** Where it is written down or was seen. */
  readonly source: string
}

const xsi = { xsi: 'http://www.w3.org/2001/XMLSchema-instance' }
const sha1Uri = 'http://www.w3.org/2000/09/xmldsig#sha1'

/**
 * The signatures that the counters know, in the words of their documents. The electronic port names SM2 in two ways:
 * with the old digest (seen with real keys) and wholly national (`…/2022/04/xmldsig#`); neither is W3C's.
 */
export const profiles = {
  'eport-rsa': {
    digest: 'sha1',
    digestUri: sha1Uri,
    algorithm: 'rsa-sha1',
    signatureUri: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    declares: xsi,
    source: 'XML-Signature 2002 §6; cross-border e-commerce messages of the electronic port',
  },
  'eport-sm2': {
    digest: 'sha1',
    digestUri: sha1Uri,
    algorithm: 'sm2-sm3',
    signatureUri: 'http://www.w3.org/2000/09/xmldsig#sm2-sm3',
    declares: xsi,
    source: 'electronic port, seen with real keys in 2023; the value is r‖s, 64 bytes',
  },
  'eport-sm2-2022': {
    digest: 'sm3',
    digestUri: 'http://www.chinaport.gov.cn/2022/04/xmldsig#sm3',
    algorithm: 'sm2-sm3',
    signatureUri: 'http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3',
    declares: xsi,
    source: 'message specification of cross-border e-commerce, edition 202205',
  },
  'rsa-sha256': {
    digest: 'sha256',
    digestUri: 'http://www.w3.org/2001/04/xmlenc#sha256',
    algorithm: 'rsa-sha256',
    signatureUri: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    declares: {},
    source: 'RFC 9231 §2.3.2; XML Encryption 2002 §5.7.2',
  },
} as const satisfies Readonly<Record<string, SignatureProfile>>

export type ProfileName = keyof typeof profiles

/** The profile of a document's own words; undefined where no counter we know pairs these two. */
export function profileOf(signatureUri: string, digestUri: string): ProfileName | undefined {
  const names = Object.keys(profiles) as ProfileName[]
  return names.find(
    name => profiles[name].signatureUri === signatureUri && profiles[name].digestUri === digestUri,
  )
}

/** Whether any profile knows the signature or the digest by that name. */
export const isKnownSignature = (uri: string) => Object.values(profiles).some(one => one.signatureUri === uri)
export const isKnownDigest = (uri: string) => Object.values(profiles).some(one => one.digestUri === uri)
