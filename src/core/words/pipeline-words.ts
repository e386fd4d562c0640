import type { Pipeline } from '#model/project.ts';
import { capitalise } from './formats.ts';
import type { Wording } from './tone.ts';

const words = new Map<string, Wording>([
	['success', { word: 'Passed', tone: 'good' }],
	['failed', { word: 'Failed', tone: 'bad' }],
	['running', { word: 'Running', tone: 'now' }],
	['manual', { word: 'Waits for a person', tone: 'quiet' }],
]);

/** A pipeline's status in words. Where ours aren't clearer, they're GitLab's: `Waiting for resource`. */
export function pipelineWords({ status }: Pick<Pipeline, 'status'>): Wording {
	return words.get(status) ?? { word: capitalise(status.replaceAll('_', ' ')), tone: 'quiet' };
}
