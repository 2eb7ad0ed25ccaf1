/** Boot images: list, a new one, and one image with its files, uploads and findings. */
package org.yuzuri.portal.web.image;
