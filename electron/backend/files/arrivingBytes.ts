/** Tells what went wrong while reading the source, a cable pulled or a window closed, from what we cannot write. */
export class ArrivalFailure extends Error {}

/** The same bytes; a failure of their source comes as `ArrivalFailure`. */
export async function* arrivingBytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  try {
    yield* bytes;
  } catch (error) {
    throw new ArrivalFailure(error instanceof Error ? error.message : '', { cause: error });
  }
}
