package org.yuzuri.architecture.violations.yuzuri.portal.crowd;

/** One of sixteen in a package. */
public class Crowd {}

class First {}

class Second {}

class Third {}

class Fourth {}

class Fifth {}

class Sixth {}

class Seventh {}

class Eighth {}

class Ninth {}

class Tenth {}

class Eleventh {}

class Twelfth {}

class Thirteenth {}

class Fourteenth {}

class Fifteenth {}
