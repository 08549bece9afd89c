/** What the name of a font says about the encoding of the text in it. */
export interface LegacyFont {
  readonly encoding: 'tcvn3' | 'vni';
  /** It draws capitals for small letters, since TCVN3 has no capitals with tones: .VnTimeH, .VnArialH. */
  readonly capitals: boolean;
}

/** The old encoding that a font was made for (.VnTime: TCVN3, VNI-Times: VNI); undefined for all others. */
export function legacyFont(name: string): LegacyFont | undefined {
  if (/^\.Vn/i.test(name)) return { encoding: 'tcvn3', capitals: /H$/.test(name.trim()) };
  return /^VNI[- ]/i.test(name) ? { encoding: 'vni', capitals: false } : undefined;
}
