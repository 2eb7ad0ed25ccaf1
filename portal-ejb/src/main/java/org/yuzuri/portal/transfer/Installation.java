package org.yuzuri.portal.transfer;

/**
 * What is to be brought onto a server.
 *
 * @param imageId the boot image
 * @param plan text of the install plan
 * @param origins who set each line of it, one word a line
 * @param settingsArguments kernel arguments that tell the installer where the plan is
 */
public record Installation(long imageId, String plan, String origins, String settingsArguments) {}
