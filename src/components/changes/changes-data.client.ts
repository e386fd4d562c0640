import { isChangesData, type ChangesData } from './changes-data.ts';

/**
 * Loads what the page of changes compares.
 *
 * @throws when it cannot be had, or is of a site that was published since with another shape.
 */
export async function loadChangesData(address: string): Promise<ChangesData> {
	const response = await fetch(address);
	const answer: unknown = response.ok ? await response.json() : null;
	if (isChangesData(answer)) return answer;
	throw new Error(`${address} has no saved plans: ${String(response.status)}.`);
}
