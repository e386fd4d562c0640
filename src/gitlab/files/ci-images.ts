import { toVersion } from './pinned-version.ts';

/** An image of a registry, without its digest. */
export interface CiImage {
	name: string;
	/** `1.26.5` of `golang:1.26.5-alpine3.20`; a tag that begins with no version is kept as it is. */
	version: string;
}

const candidate = String.raw`(?:-?(?:alpha|beta|rc)\.?\d*)?`;
const dotted = String.raw`\d+(?:\.\d+)+${candidate}(?=$|[-_])`;
/** A number alone is a version only where no other follows: `20-alpine` is one, `2026-11-23` a day. */
const single = String.raw`\d+${candidate}(?=$|[-_](?!\d))`;
const leadingVersion = new RegExp(`^v?(?:${dotted}|${single})`);

/** `undefined`: no image, or one without a tag. */
export function parseImage(text: string): CiImage | undefined {
	const [, name, tag] = /^([^@\s]+):(\w[\w.-]*)(?:@\S+)?$/.exec(text.trim()) ?? [];
	if (name === undefined || tag === undefined) return undefined;
	const version = toVersion(leadingVersion.exec(tag)?.[0] ?? tag);
	return version === undefined ? undefined : { name, version };
}

const maxLength = 300;

/**
 * Puts the values of variables into a text: `golang:${GO_VERSION}`. `undefined`: one of them is not
 * known, or they refer to each other without end.
 */
export function expandVariables(
	text: string,
	valueOf: (name: string) => string | undefined,
): string | undefined {
	let expanded = text;
	for (let round = 0; round <= 5 && expanded.length <= maxLength; round++) {
		if (!expanded.includes('$')) return expanded;
		expanded = expanded.replaceAll(
			/\$(?:\{(\w+)\}|(\w+))/g,
			(whole: string, braced?: string, bare?: string) => {
				const value = valueOf(braced ?? bare ?? '') ?? whole;
				return value.length > maxLength ? whole : value;
			},
		);
	}
	return undefined;
}
