/** Whether a key press belongs to an input method that is still composing. */
export const composing = event => event.isComposing || event.keyCode === 229;

/** Whether somebody is typing, so that single keys are letters and not commands. */
export const typing = event => !!event.target.closest?.('input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable=true]');
