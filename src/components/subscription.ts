/**
 * The address that opens a calendar program with a subscription. It has no way to say "encrypted":
 * programs ask by https first, or are led there by the server.
 *
 * @param address `null` comes back unless it is whole.
 */
export function toWebcal(address: string): string | null {
	return /^https?:\/\//.test(address) ? address.replace(/^https?:/, 'webcal:') : null;
}
