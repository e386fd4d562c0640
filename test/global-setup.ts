import { rm } from 'node:fs/promises';
import { insideFolder } from './site/checkout.ts';

const clear = () => rm(insideFolder, { recursive: true, force: true });

/** Takes away the copies of the checkout that a run which was ended has left, and those of this one. */
export async function setup(): Promise<() => Promise<void>> {
	await clear();
	return clear;
}
