import type { Pipeline } from '#model/project.ts';
import type { Wording } from './tone.ts';

const words = new Map<string, Wording>([
	['success', { word: 'Passed', tone: 'good' }],
	['failed', { word: 'Failed', tone: 'bad' }],
	['running', { word: 'Running', tone: 'now' }],
	['created', { word: 'Created', tone: 'quiet' }],
	['pending', { word: 'Pending', tone: 'quiet' }],
	['preparing', { word: 'Preparing', tone: 'quiet' }],
	['waiting_for_resource', { word: 'Waiting for resource', tone: 'quiet' }],
	['scheduled', { word: 'Scheduled', tone: 'quiet' }],
	['manual', { word: 'Waits for a person', tone: 'quiet' }],
	['canceling', { word: 'Canceling', tone: 'quiet' }],
	['canceled', { word: 'Canceled', tone: 'quiet' }],
	['skipped', { word: 'Skipped', tone: 'quiet' }],
]);

/** A pipeline's status in words. A status that we do not know is said as GitLab says it. */
export function pipelineWords({ status }: Pick<Pipeline, 'status'>): Wording {
	return words.get(status) ?? { word: status, tone: 'quiet' };
}
