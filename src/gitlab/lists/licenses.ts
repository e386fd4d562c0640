import type { AnonymousClient } from '#gitlab/transport/client.ts';
import { findLicenseFile, namesLicense, normalizeLicense } from '#gitlab/files/license-file.ts';
import type { BasicFacts } from '#gitlab/parse/to-model.ts';
import { pullProject, type License } from './current-projects.ts';
import { unlessFailed, type PartFailure } from './part-failure.ts';
import type { ToldProject } from './told-answer.ts';

/** `undefined`: a stranger does not see the project any more. */
export type PulledLicense = License | PartFailure | undefined;

/**
 * Licenses of projects. GitLab finds a license by the text of a file at the root: of projects with the
 * same text the first is asked for, and the others have what it has.
 */
export class Licenses {
	/** By text: the license, once it is known to be that of the text. */
	readonly #known = new Map<string, Promise<string | undefined>>();

	async pull(
		client: AnonymousClient,
		basic: BasicFacts,
		told: ToldProject | undefined,
	): Promise<PulledLicense> {
		const ask = () =>
			unlessFailed(async () => {
				const project = await pullProject(client, basic.path);
				// Another one may be at its path by now.
				return project?.basic.id === basic.id ? project.license : undefined;
			});
		const found = findText(basic, told);
		if (!found) return ask();
		// One after the other, so that it does not depend on how fast they are which of them are asked for.
		const before = this.#known.get(found.key);
		const pulled = (async (): Promise<PulledLicense> => {
			const license = await before;
			return license === undefined ? ask() : { license, licenseUrl: found.url };
		})();
		const own = pulled.then((answer) => findOwn(answer, found)).catch(() => undefined);
		this.#known.set(found.key, own);
		return pulled;
	}
}

interface LicenseText {
	text: string;
	/** The same for all that have this text in a file of this name. */
	key: string;
	/** Of the file, as GitLab makes it. */
	url: string;
}

/** `undefined`: the text is not known, or may not be what counts. */
function findText(
	{ webUrl, defaultBranch }: BasicFacts,
	{ rootFiles = [], blobs }: ToldProject = {},
): LicenseText | undefined {
	const file = findLicenseFile(rootFiles);
	const text = normalizeLicense((file && blobs?.get(file)) ?? '');
	// Other characters are written otherwise in an address.
	const isPlain = defaultBranch !== null && /^[\w./-]+$/.test(defaultBranch);
	if (file === undefined || text === undefined || webUrl === null || !isPlain) return undefined;
	return { text, key: `${file}\n${text}`, url: `${webUrl}/-/blob/${defaultBranch}/${file}` };
}

/** The license, where it is that of the text. */
function findOwn(answer: PulledLicense, { text, url }: LicenseText): string | undefined {
	if (!answer || !('license' in answer) || answer.licenseUrl !== url) return undefined;
	const { license } = answer;
	return license !== null && namesLicense(text, license) ? license : undefined;
}
