import type { ModelManifest, Segment } from '../../shared/sound/transcript'

/** What runs a speech model. None ships: the application starts no program, and whoever adds an engine adds it here. */
export interface Transcriber {
  /**
   * Turns one recording into words; times are those of the recording.
   * @param folder where the model lies; its files have just been compared with the manifest
   * @param sound webm/opus from its beginning, as it is asked for
   */
  transcribe(
    folder: string,
    manifest: ModelManifest,
    sound: AsyncIterable<Uint8Array>,
    signal: AbortSignal,
  ): AsyncIterable<Segment>
}
