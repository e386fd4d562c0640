/** Called at every step of a search. @throws {OutOfTimeError} when the time for it is over. */
export type CheckTime = () => void;

/** A search took longer than it may. */
export class OutOfTimeError extends Error {
	override name = 'OutOfTimeError';
}
