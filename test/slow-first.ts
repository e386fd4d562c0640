import { relative, sep } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What their files wait for takes long, however small they are. */
const slowFolders = ['browser', 'content', 'pull', 'site'];

/** Small files of rules come last, so that no worker is left with a long one when all others are done. */
export class SlowFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		return sorted.toSorted((a, b) => Number(isSlow(b)) - Number(isSlow(a)));
	}
}

function isSlow({ moduleId }: TestSpecification): boolean {
	const [folder] = relative(import.meta.dirname, moduleId).split(sep);
	return folder !== undefined && slowFolders.includes(folder);
}
