package io.github.profileengine.fuzz;
class DecoderFuzzTest {}
