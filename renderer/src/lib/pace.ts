/** How soon an edit is sent: typing waits for a pause, a choice does not. */
export type Pace = 'typing' | 'choice';
