import { href } from '#href.ts';
import type { AddressOf } from '#core/publish/exports/addresses.ts';

/** For readers outside of the site: whole where its address is known, else from the host's root. */
export const publishedAddress: AddressOf = (path) => {
	const { SITE } = import.meta.env;
	return SITE ? new URL(href(path), SITE).href : href(path);
};
