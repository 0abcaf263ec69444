/* One small help with elements. */

/** Set an attribute, or remove it without a value; what is so already is left alone. */
export function attribute(element, name, value) {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
